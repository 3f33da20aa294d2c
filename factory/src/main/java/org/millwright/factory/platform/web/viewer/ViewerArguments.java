package org.millwright.factory.platform.web.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller ask for the {@link Viewer}, or for the {@link Actor} under whose name things are done. */
@Configuration(proxyBeanMethods = false)
public class ViewerArguments implements WebMvcConfigurer {
    private final ObjectProvider<CurrentViewer> current;

    public ViewerArguments(ObjectProvider<CurrentViewer> current) {
        this.current = current;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromSignIn(current));
    }

    private record FromSignIn(ObjectProvider<CurrentViewer> current) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Viewer viewer = current.getObject().get();
            return parameter.getParameterType() == Viewer.class ? viewer : viewer.actor();
        }
    }
}
