// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

import java.util.List;

/**
 * The layout of a structure or a union by the ABI of s390x.
 *
 * @param name its tag, or its name if it is a type definition
 * @param tag {@code struct} or {@code union}
 * @param place where it is defined
 * @param category {@code hardware}: shared with the channel subsystem or the FCP channel; {@code wire}: payload of Fibre Channel;
 *        {@code trace}: a trace record; {@code uapi}: shared with user space; {@code driver}: private to the driver, no ABI
 * @param size in bytes; -1 if it depends on the configuration of the kernel
 * @param align in bytes
 * @param packed is it declared packed?
 * @param explicitAlign the alignment that it is declared with; 0 if none is
 * @param fields its members in order, each followed by those inside of it
 * @param gaps bits that no named member covers
 */
public record LayoutFact(String name, String tag, Place place, String category, int size, int align, boolean packed,
        int explicitAlign, List<FieldFact> fields, List<Gap> gaps) {
    /** Bits without a name, counted from the most significant bit of the structure. */
    public record Gap(int bitOffset, int bitSize) {
    }

    public LayoutFact {
        fields = List.copyOf(fields);
        gaps = List.copyOf(gaps);
    }
}
