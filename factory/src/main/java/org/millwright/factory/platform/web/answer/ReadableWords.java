package org.millwright.factory.platform.web.answer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Drops control characters that nobody sees from what is typed or pasted into forms; a database takes no character
 * {@code U+0000}. Ends of lines and tabs stay.
 */
@Component
public class ReadableWords extends OncePerRequestFilter {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ReadableRequest(request), response);
    }

    private static final class ReadableRequest extends HttpServletRequestWrapper {
        ReadableRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : readable(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null
                    ? null
                    : Arrays.stream(values).map(ReadableWords::readable).toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> readable = new LinkedHashMap<>();
            super.getParameterMap()
                    .forEach((name, values) -> readable.put(
                            name,
                            Arrays.stream(values).map(ReadableWords::readable).toArray(String[]::new)));
            return readable;
        }
    }

    private static String readable(String typed) {
        return UNSEEN.matcher(typed).replaceAll("");
    }
}
