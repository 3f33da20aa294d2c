package org.millwright.factory.design.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.DesignPicture;
import org.millwright.factory.design.Designs;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of designs: a shaded PNG of a mesh, an SVG of an outline. */
@Controller
@OpenToAll
class DesignPictures {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Designs designs;

    DesignPictures(Designs designs) {
        this.designs = designs;
    }

    @GetMapping("/designs/{id}/picture")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) throws IOException {
        Design design = designs.getDesign(new DesignId(id));
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate());
        return switch (designs.shapeOrLikely(design)) {
            case Mesh mesh -> answer.contentType(MediaType.IMAGE_PNG).body(png(mesh));
            case Outline outline -> answer.contentType(SVG).body(svg(outline).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static byte[] png(Mesh mesh) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(DesignPicture.of(mesh, 640, 480), "png", bytes);
        return bytes.toByteArray();
    }

    private static String svg(Outline outline) {
        Bounds box = outline.bounds();
        double margin = 0.03 * Math.max(box.sizeX(), box.sizeY());
        var paths = new StringBuilder();
        for (Region region : outline.regions()) {
            append(paths, region.outer(), box);
            region.holes().forEach(hole -> append(paths, hole, box));
        }
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="%.3f %.3f %.3f %.3f">
                <path d="%s" fill="#8fc3ca" stroke="#0b5a66" stroke-width="%.3f" fill-rule="evenodd"/>
                </svg>
                """,
                -margin,
                -margin,
                box.sizeX() + 2 * margin,
                box.sizeY() + 2 * margin,
                paths,
                margin / 9);
    }

    private static void append(StringBuilder path, Ring ring, Bounds box) {
        for (int i = 0; i < ring.size(); i++) {
            path.append(i == 0 ? 'M' : 'L')
                    .append(String.format(
                            Locale.ROOT,
                            "%.3f %.3f",
                            ring.x(i) - box.min().x(),
                            box.max().y() - ring.y(i)));
        }
        path.append('Z');
    }
}
