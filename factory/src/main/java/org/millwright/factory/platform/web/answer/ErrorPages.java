package org.millwright.factory.platform.web.answer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.millwright.factory.platform.access.OpenToAll;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no controller answered: unknown addresses, unreadable requests, failures of ours. */
@Controller
@OpenToAll
public class ErrorPages implements ErrorController {
    private final ProblemAnswers answers;

    public ErrorPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    public ResponseEntity<?> answer(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return answers.answer(
                status instanceof Integer code ? code : 404, request, Objects.toString(path, request.getRequestURI()));
    }
}
