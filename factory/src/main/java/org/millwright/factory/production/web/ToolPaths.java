package org.millwright.factory.production.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.machines.gcode.CompiledProgram;
import org.millwright.machines.gcode.ToolPath;
import org.millwright.machines.virtual.VirtualProfile;
import org.springframework.stereotype.Component;

/** What programs lay down or cut, layer by layer; the last few are kept. */
@Component
class ToolPaths {
    private static final int KEPT = 6;

    private final FileStore files;
    private final Map<FileHash, ToolPath> paths = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FileHash, ToolPath> eldest) {
            return size() > KEPT;
        }
    };

    ToolPaths(FileStore files) {
        this.files = files;
    }

    ToolPath get(BuildPlan build) {
        synchronized (paths) {
            return paths.computeIfAbsent(build.program(), hash -> read(build));
        }
    }

    /** The dialect says how to read it; where it leads is the same on any machine that can run it. */
    private ToolPath read(BuildPlan build) {
        VirtualProfile profile =
                build.programDialect().equals("grbl") ? VirtualProfile.laser() : VirtualProfile.printer();
        return ToolPath.of(CompiledProgram.compile(text(build), profile));
    }

    String text(BuildPlan build) {
        try (InputStream program = files.open(build.program())) {
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("The program of build %s cannot be read.".formatted(build.number()), failed);
        }
    }
}
