// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

/**
 * A change of the driver: a call in one of its methods goes to a method of {@link MutantCode} instead, which gets the same
 * arguments, the receiver first.
 *
 * @param inClass class below {@code org.zfcp4j}, with slashes
 * @param inMethod its name; all of that name are changed
 * @param owner simple name of the class that the call names
 * @param name of the called method
 * @param occurrence which of these calls, from 1; 0 for all
 * @param to name of the method in {@link MutantCode}
 */
record Mutation(String inClass, String inMethod, String owner, String name, int occurrence, String to) {
    Mutation(String inClass, String inMethod, String owner, String name, String to) {
        this(inClass, inMethod, owner, name, 0, to);
    }

    String internalName() {
        return "org/zfcp4j/" + inClass;
    }
}
