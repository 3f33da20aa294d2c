package org.millwright.factory.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.answer.ProblemReply;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says what is wrong with a body that is no JSON, or not the JSON that was asked for. */
@ControllerAdvice
@ConditionalOnWebApplication
class UnreadableBody {
    private final ProblemReply problems;

    UnreadableBody(ProblemReply problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void answer(HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String reason = String.valueOf(unreadable.getMostSpecificCause().getMessage())
                .lines()
                .findFirst()
                .orElse("");
        // What follows names our own classes, which helps nobody outside.
        String words = reason.replaceAll("[`(]?(?:org|java|tools)\\.[\\w.$<>`)]+", "…");
        problems.send(Problem.of(Problem.Kind.INVALID, "api-body", Map.of("reason", words)), request, response);
    }
}
