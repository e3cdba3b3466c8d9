package org.recipeharness.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which changes a test is about, by the {@link AppliesWhen} of its method, its class and the classes around that. */
final class TestScope {

    private TestScope() {}

    static List<String> of(ExtensionContext context) {
        var changes = new ArrayList<String>();
        context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, AppliesWhen.class))
                .ifPresent(scope -> changes.add(scope.contains()));
        for (Class<?> each = context.getRequiredTestClass(); each != null; each = each.getEnclosingClass()) {
            AnnotationSupport.findAnnotation(each, AppliesWhen.class).ifPresent(scope -> changes.add(scope.contains()));
        }
        return changes;
    }
}
