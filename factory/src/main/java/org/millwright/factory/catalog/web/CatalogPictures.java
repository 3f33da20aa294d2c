package org.millwright.factory.catalog.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.millwright.factory.catalog.Samples;
import org.millwright.factory.catalog.box.BoxOptions;
import org.millwright.factory.catalog.box.BoxPanels;
import org.millwright.factory.catalog.nametag.NameTag;
import org.millwright.factory.catalog.nametag.NameTagShape;
import org.millwright.factory.catalog.solid.SolidBuilder;
import org.millwright.factory.design.DesignPicture;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.geometry.Mesh;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of the products as they are before anybody changes them, and of the samples; drawn once. */
@Controller
@OpenToAll
class CatalogPictures {
    private static final int WIDTH_PX = 640;
    private static final int HEIGHT_PX = 480;
    private static final double SHEET_MM = 3;

    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    @GetMapping("/catalog/pictures/{name}")
    ResponseEntity<byte[]> picture(@PathVariable String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .contentType(MediaType.IMAGE_PNG)
                .body(drawn.computeIfAbsent(known(name), CatalogPictures::draw));
    }

    private static String known(String name) {
        return Map.of("box", "box", "tray", "tray", "plate", "plate").getOrDefault(name, "name-tag");
    }

    private static byte[] draw(String name) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(DesignPicture.of(mesh(name), WIDTH_PX, HEIGHT_PX), "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("A picture in memory could not be written.", failed);
        }
        return bytes.toByteArray();
    }

    private static Mesh mesh(String name) {
        return switch (name) {
            case "box" -> BoxPanels.assembled(new BoxOptions(140, 90, 60, SHEET_MM, 10, false));
            case "tray" -> Samples.traySolid();
            case "plate" ->
                new SolidBuilder().prism(Samples.plateShape(), 0, SHEET_MM).build();
            default ->
                NameTagShape.of(new NameTag("Ada", 14, 2.4, 1, false, true)).solid();
        };
    }
}
