package dev.latent.platform;

import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a parameter that comes several times where one is taken: Spring would take the first, or join them. */
@Configuration(proxyBeanMethods = false)
class SingleParameters implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                requireSingle(parameter, request);
            }
        }
        return true;
    }

    private static void requireSingle(MethodParameter parameter, HttpServletRequest request) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named == null || takesSeveral(parameter.getParameterType())) {
            return;
        }
        String name = named.name().isEmpty() ? parameter.getParameterName() : named.name();
        String[] given = name == null ? null : request.getParameterValues(name);
        if (given != null && given.length > 1) {
            throw Problem.givenTwice(name);
        }
    }

    private static boolean takesSeveral(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
