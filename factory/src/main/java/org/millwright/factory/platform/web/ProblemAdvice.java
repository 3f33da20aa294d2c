package org.millwright.factory.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers the problems that any page or API call reports. */
@ControllerAdvice
class ProblemAdvice {
    private final ProblemAnswers answers;

    ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<?> answer(Problem problem, HttpServletRequest request) {
        return answers.answer(problem, request);
    }

    /** A file was expected and none came, or the rest of it was lost on its way, or it is too large. */
    @ExceptionHandler
    ResponseEntity<?> answer(MultipartException unreadable, HttpServletRequest request) {
        int status = unreadable instanceof MaxUploadSizeExceededException
                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST;
        return answers.answer(status, request, request.getRequestURI());
    }
}
