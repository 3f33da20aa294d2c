package org.millwright.factory.platform.web.answer;

import org.jspecify.annotations.Nullable;

/**
 * What a person or a client is told about a problem.
 *
 * @param status HTTP status
 * @param title what kind of problem it is
 * @param detail what is wrong
 * @param hint the way out
 * @param code kebab-case name for programs
 * @param field name of the form's field that it is about; empty when that is unknown
 * @param language of these words, as in {@code en}
 * @param back the page that the reader comes from; null when unknown
 * @param backWord what the way back is called
 * @param startWord what the start page is called
 */
public record ProblemView(
        int status,
        String title,
        String detail,
        String hint,
        String code,
        String field,
        String language,
        @Nullable String back,
        String backWord,
        String startWord) {}
