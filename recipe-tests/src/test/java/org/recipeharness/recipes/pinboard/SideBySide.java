package org.recipeharness.recipes.pinboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test that runs beside others of its class, as its deploy is mostly waiting for the swarm; classes take turns all the same. */
@Test
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SideBySide {}
