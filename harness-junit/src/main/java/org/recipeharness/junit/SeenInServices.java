package org.recipeharness.junit;

import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.symptom.Symptom;

/** Stands beside a failure, suppressed and never in its place: what the app's services showed that may be the reason. */
final class SeenInServices extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeenInServices(List<Symptom> symptoms) {
        super("What the app's services showed, which may be the reason:" + text(symptoms), null, false, false);
    }

    /** Writes them one below the other. */
    static String text(List<Symptom> symptoms) {
        return symptoms.stream().map(symptom -> "\n  " + symptom).collect(Collectors.joining());
    }
}
