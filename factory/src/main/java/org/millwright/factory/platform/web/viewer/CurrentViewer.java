package org.millwright.factory.platform.web.viewer;

import org.jspecify.annotations.Nullable;

/** Says who makes the request that is being answered. */
public interface CurrentViewer {
    Viewer get();

    /** What forms must send back in the field {@code _csrf} to be believed; empty while nothing asks for it. */
    @Nullable
    String formToken();
}
