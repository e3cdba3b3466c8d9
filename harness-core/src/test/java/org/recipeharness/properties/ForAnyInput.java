package org.recipeharness.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/** A test that must hold for any input; the inputs are made up, but the same ones in every run. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(seed = "20261124", tries = 300, edgeCases = EdgeCasesMode.NONE)
public @interface ForAnyInput {}
