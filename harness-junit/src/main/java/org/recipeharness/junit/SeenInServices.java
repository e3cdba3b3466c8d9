package org.recipeharness.junit;

import java.util.List;
import org.recipeharness.symptom.Symptom;
import org.recipeharness.symptom.Symptoms;

/** Stands beside a failure, suppressed and never in its place: what the app's services showed that may be the reason. */
final class SeenInServices extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SeenInServices(List<Symptom> symptoms) {
        super("What the app's services showed, which may be the reason:" + Symptoms.text(symptoms), null, false, false);
    }
}
