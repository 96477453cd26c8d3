package dev.latent.platform;

import dev.latent.cluster.RoleSetting;
import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A worker answers for nobody but itself: its health, what it is, its metrics, all below {@code /actuator}. */
@Component
class WorkersDoor implements WebMvcConfigurer, HandlerInterceptor {
    private final RoleSetting setting;

    WorkersDoor(RoleSetting setting) {
        this.setting = setting;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (!setting.role().answers()) {
            registry.addInterceptor(this);
        }
    }

    /** @throws Problem 404 */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        throw Problem.notFound(
                "This process is a worker, which trains and measures (latent.role=worker); ask one of the"
                        + " role api. Here are /actuator/health, /actuator/info and /actuator/prometheus");
    }
}
