package org.millwright.factory.platform.web.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.millwright.factory.platform.web.Frames;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages of ours send their forms themselves, so that a refusal can be told beside the field that it is about. A browser's
 * script never sees where a redirect leads; such requests are told by a status without content and the header
 * {@code Location}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FormAnswers extends OncePerRequestFilter {
    private static final String FORM = "form";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FORM.equals(request.getHeader(Frames.PART));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setStatus(int status) {
                super.setStatus(status == SC_SEE_OTHER || status == SC_FOUND ? SC_NO_CONTENT : status);
            }
        });
    }
}
