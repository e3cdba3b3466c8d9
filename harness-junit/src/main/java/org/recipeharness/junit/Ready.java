package org.recipeharness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.recipeharness.app.AppProbe;

/**
 * A readiness probe with its budget; exactly one of {@code by}, {@code tcp}, {@code http} and {@code exec} says how to look.
 *
 * <p>The probe's name is what its budget is overridden by: {@code -Dharness.budget.<name>=36x5s}.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Ready {

    /** Stands for a port that is not declared. */
    int UNSET = 0;

    /**
     * Looks by a probe of one's own, which speaks the app's protocol.
     *
     * @return a class with a constructor without parameters
     */
    Class<? extends AppProbe> by() default AppProbe.class;

    /**
     * Looks whether a published TCP port accepts a connection. The probe is named {@code tcp-<port>}.
     *
     * @return the published port
     */
    int tcp() default UNSET;

    /**
     * Looks whether a GET of this path is answered with a status from 200 to 399. The probe is named {@code http}.
     *
     * <p>It asks at the app's domain, over HTTPS and through the ingress, where {@code harness.ingress} names one and no {@link
     * #port()} is declared; else at a published port.
     *
     * @return a path that begins with a slash
     */
    String http() default "";

    /**
     * Names the published port that {@link #http()} asks at, without TLS and not through an ingress.
     *
     * @return the published port; where none is declared and there is no ingress, 80
     */
    int port() default UNSET;

    /**
     * Looks whether a command in a service ends with exit code 0. The probe is named {@code exec-<program>}.
     *
     * @return program and arguments; no shell reads them
     */
    String[] exec() default {};

    /**
     * Names the service that {@link #exec()} runs in.
     *
     * @return a service's name within the stack; empty for the main one
     */
    String service() default "";

    /**
     * Limits the wait: attempts times interval, with the limit of one attempt behind a slash where it is shorter.
     *
     * @return such as {@code 36x5s} or {@code 36x5s/2s}
     * @see org.recipeharness.readiness.Budget
     */
    String budget() default "60x1s";
}
