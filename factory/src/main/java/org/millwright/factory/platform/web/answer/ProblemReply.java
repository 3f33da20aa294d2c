package org.millwright.factory.platform.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers a request with a problem from a filter, in the same words and form as from a controller. */
@Component
@ConditionalOnWebApplication
public class ProblemReply {
    private final ObjectProvider<HandlerExceptionResolver> problems;

    public ProblemReply(@Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        this.problems = problems;
    }

    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problems.getObject().resolveException(request, response, null, problem) == null) {
            response.sendError(problem.kind().status());
        }
    }
}
