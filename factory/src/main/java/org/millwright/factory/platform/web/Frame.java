package org.millwright.factory.platform.web;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.web.viewer.Viewer;

/**
 * What the frame around a page needs to know of the request.
 *
 * @param viewer who looks
 * @param formToken what forms send back to be believed, if anything asks for it
 * @param theme {@code light} or {@code dark} where the reader chose one, else empty
 * @param part whether only the content is wanted, for a page that keeps itself current or a drawer
 * @param timeLapse whether factory time may be sped up and skipped here
 * @param seen where the news stood before the page was made
 */
public record Frame(
        Viewer viewer, @Nullable String formToken, String theme, boolean part, boolean timeLapse, String seen) {}
