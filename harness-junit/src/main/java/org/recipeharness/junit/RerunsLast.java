package org.recipeharness.junit;

import java.util.Comparator;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Leaves classes in their order, but for {@link RerunTests}, which has to know what came of all others. */
final class RerunsLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(each -> RerunTests.class.isAssignableFrom(each.getTestClass())));
    }
}
