// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.facts;

/**
 * A trace tag of the driver and where it is recorded.
 *
 * @param tag the text in the source
 * @param function that contains it
 * @param place of the text
 * @param callee the function that it is passed to
 * @param kind as {@link TagUse#kind()}
 * @param recordedAs the text in the trace record
 * @param area of the trace: {@code rec}, {@code hba}, {@code san}, {@code scsi}, {@code pay}; empty if not known
 * @param level at which it is recorded; empty if not known
 * @param recordId the record that carries it; empty if not known
 * @param erpWant the recovery action that its call asks for; empty if it asks for none
 */
public record TagFact(String tag, String function, Place place, String callee, String kind, String recordedAs, String area,
        String level, String recordId, String erpWant) {
}
