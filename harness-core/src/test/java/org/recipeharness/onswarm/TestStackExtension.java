package org.recipeharness.onswarm;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives each test a stack of its own. */
final class TestStackExtension extends TypeBasedParameterResolver<TestStack> {

    @Override
    public TestStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var stack = new TestStack();
        context.getStore(Namespace.create(TestStackExtension.class)).put(stack, stack);
        return stack;
    }
}
