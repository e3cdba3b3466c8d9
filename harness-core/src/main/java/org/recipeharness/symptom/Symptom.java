package org.recipeharness.symptom;

/**
 * What a service showed that may be why it does not work. It is evidence for a verdict and never one by itself: a service may say
 * the same and be fine.
 *
 * @param sign which kind of thing
 * @param service the service's name within the stack
 * @param said the line of its log or of the engine, secrets masked
 * @param meaning what that is about, in plain words; names mount, secret, variable, port or service, with {@code file:line}
 * @param advice what suggests itself
 */
public record Symptom(Sign sign, String service, String said, String meaning, String advice) {

    @Override
    public String toString() {
        return sign + " (service '" + service + "'): " + said + "\n    " + meaning + ". " + advice;
    }
}
