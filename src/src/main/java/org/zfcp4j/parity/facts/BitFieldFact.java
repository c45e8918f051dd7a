// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * The bits of a bit field. On s390 they are allocated from the most significant bit.
 *
 * @param bitSize how many there are
 * @param bitOffset of the first, from the most significant bit of the byte at the field's offset
 * @param bitOffsetFromStart of the first, from the most significant bit of the structure
 * @param shift of the field in the big-endian integer of the field's size at the field's offset
 * @param mask of the field in that integer
 * @param unitOffset of the naturally aligned unit of the declared type, in bytes
 * @param unitSize of that unit, in bytes
 * @param unitShift of the field in that unit
 * @param unitMask of the field in that unit
 */
public record BitFieldFact(int bitSize, int bitOffset, int bitOffsetFromStart, int shift, long mask, int unitOffset,
        int unitSize, int unitShift, long unitMask) {
}
