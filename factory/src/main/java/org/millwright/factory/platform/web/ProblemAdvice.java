package org.millwright.factory.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

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
}
