package org.millwright.factory.platform.web.answer;

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
public class ProblemAdvice {
    private final ProblemAnswers answers;

    public ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    public ResponseEntity<?> answer(Problem problem, HttpServletRequest request) {
        return answers.answer(problem, request);
    }

    /** A file was expected and none came, or the rest of it was lost on its way, or it is too large. */
    @ExceptionHandler
    public ResponseEntity<?> answer(MultipartException unreadable, HttpServletRequest request) {
        int status = unreadable instanceof MaxUploadSizeExceededException
                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST;
        return answers.answer(status, request, request.getRequestURI());
    }
}
