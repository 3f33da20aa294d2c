package org.millwright.factory.design.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.design.ViewMesh;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.geometry.Mesh;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Designs as a viewer draws them: the mesh, and the thickness of its walls as it is being measured. */
@Controller
@OpenToAll
class DesignMeshes {
    private static final int KEPT = 8;
    private static final int MAGIC = 0x3154574d;
    /** Addresses carry the hash of the file, so what they name never changes. */
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(30)).cachePrivate().immutable();

    private final Designs designs;
    private final Semaphore measuring = new Semaphore(1);
    private final Map<String, byte[]> measured = new LinkedHashMap<>(16, 0.75f, true);

    DesignMeshes(Designs designs) {
        this.designs = designs;
    }

    /** The format is that of {@link ViewMesh#bytes()}. */
    @GetMapping("/designs/{id}/mesh")
    ResponseEntity<byte[]> mesh(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(KEEP)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(ViewMesh.of(mesh(designs.getDesign(new DesignId(id)))).bytes());
    }

    /**
     * Little-endian: the letters {@code MWT1}, counts of triangles and places as 32-bit numbers; into how many parts each
     * triangle is divided, a byte each, filled up to a multiple of four; then thicknesses in mm as 32-bit floats, sent as
     * they are found, so that the reader sees how far it is. A reader who goes away ends the work.
     */
    @GetMapping("/designs/{id}/thickness")
    void thickness(@PathVariable UUID id, HttpServletResponse response) throws IOException, InterruptedException {
        Design design = designs.getDesign(new DesignId(id));
        Mesh mesh = mesh(design);
        String key = design.file().sha256() + design.unit() + design.likelyUnit();
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEEP.getHeaderValue());
        byte[] known = find(key);
        if (known != null) {
            response.getOutputStream().write(known);
            return;
        }
        measuring.acquire();
        try {
            measure(key, ViewMesh.of(mesh).mesh(), response);
        } finally {
            measuring.release();
        }
    }

    private void measure(String key, Mesh mesh, HttpServletResponse response) throws IOException {
        var map = new ThicknessMap(mesh, ThicknessMap.USUAL_PLACES);
        byte[] parts = map.parts();
        int head = 3 * Integer.BYTES + Math.ceilDiv(parts.length, Integer.BYTES) * Integer.BYTES;
        byte[] all = new byte[head + map.places() * Float.BYTES];
        ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(parts.length).putInt(map.places()).put(parts).position(head);
        OutputStream out = response.getOutputStream();
        out.write(all, 0, head);
        float[] thicknesses = new float[map.places()];
        boolean complete = map.measure(thicknesses, done -> {
            int from = bytes.position();
            for (int i = (from - head) / Float.BYTES; i < done; i++) {
                bytes.putFloat(thicknesses[i]);
            }
            return sent(out, all, from, bytes.position());
        });
        if (complete) {
            keep(key, all);
        }
    }

    /** False when the reader has gone. */
    private static boolean sent(OutputStream out, byte[] bytes, int from, int until) {
        try {
            out.write(bytes, from, until - from);
            out.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Mesh mesh(Design design) {
        if (designs.shapeOrLikely(design) instanceof Mesh mesh) {
            return mesh;
        }
        throw Problem.of(Problem.Kind.NOT_FOUND, "design-flat", Map.of("file", design.fileName()));
    }

    private byte @Nullable [] find(String key) {
        synchronized (measured) {
            return measured.get(key);
        }
    }

    private void keep(String key, byte[] bytes) {
        synchronized (measured) {
            measured.put(key, bytes);
            if (measured.size() > KEPT) {
                measured.remove(measured.keySet().iterator().next());
            }
        }
    }
}
