// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the C functions that a method ports, each as {@code file:function}. The parity test reads it from the class
 * files; {@link #calls()} lists C callees that the port reaches in another way than by a direct call.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface LinuxSource {
    String[] value();

    /** C functions whose call is expressed without a call to their port here, for instance through a listener. */
    String[] calls() default {};
}
