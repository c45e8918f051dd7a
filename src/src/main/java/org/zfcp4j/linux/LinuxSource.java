// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.linux;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the C functions that a method ports, each as {@code file:function}. The parity test reads it from the class
 * files; {@link #calls()} lists C callees that the port reaches in another way than by a direct call.
 *
 * <p>Repeated where the levels of Linux that the port has differ: each annotation with a {@link #level()} holds for that level
 * alone, one without for every level. A method whose annotations all name other levels is a helper in this one.
 *
 * <p>On a class, {@link #level()} says that its methods are those of one level: where such a class overrides a method of
 * another, a call of that method is, in this level, a call of the one that overrides it. The annotations of its methods then need
 * no level.
 */
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(LinuxSources.class)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface LinuxSource {
    String[] value() default {};

    /** C functions whose call is expressed without a call to their port here, for instance through a listener. */
    String[] calls() default {};

    /** The level of Linux that this is about, {@code 5.10} or {@code 7.1}; empty for all. */
    String level() default "";
}
