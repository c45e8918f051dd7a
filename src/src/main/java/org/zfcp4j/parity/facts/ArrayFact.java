// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * What an array consists of; one of several dimensions counts all elements.
 *
 * @param count how many elements
 * @param elementSize in bytes
 * @param elementKind as {@link FieldFact#kind()}, or {@code char}
 * @param elementType the declared type of an element
 * @param flexible is it the last member of a structure and without a length?
 */
public record ArrayFact(int count, int elementSize, String elementKind, String elementType, boolean flexible) {
}
