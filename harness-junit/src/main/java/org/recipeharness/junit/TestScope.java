package org.recipeharness.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which changes a test is about, by the {@link AppliesWhen} of its method, its class and the classes around that. */
final class TestScope {

    private TestScope() {}

    static List<String> of(ExtensionContext context) {
        return of(context.getTestMethod(), context.getRequiredTestClass());
    }

    /**
     * Return the changes of a method of a test class, or of all its tests.
     *
     * @param method empty for a test class as a whole
     */
    static List<String> of(Optional<? extends AnnotatedElement> method, Class<?> testClass) {
        var changes = new ArrayList<String>();
        method.flatMap(each -> AnnotationSupport.findAnnotation(each, AppliesWhen.class))
                .ifPresent(scope -> changes.add(scope.contains()));
        for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            AnnotationSupport.findAnnotation(each, AppliesWhen.class).ifPresent(scope -> changes.add(scope.contains()));
        }
        return changes;
    }
}
