// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

/**
 * One record of an s390 debug feature area.
 *
 * @param area name of the area, for instance {@code zfcp_0.0.1900_rec}
 * @param areaSize bytes of a record of that area; {@code bytes} may be shorter, the rest is zero
 * @param level 0 to 6
 * @param micros microseconds since 1970
 * @param context who traced
 */
public record TraceRecord(String area, int areaSize, int level, long micros, String context, byte[] bytes) {
    /** Offset of the tag in zfcp's records of the areas hba, san, scsi and rec; the first byte is the record id. */
    private static final int TAG_OFFSET = 1;
    private static final int TAG_LENGTH = 7;

    /** The last part of the area's name: rec, hba, san, scsi or pay. */
    public String kind() {
        return area.substring(area.lastIndexOf('_') + 1);
    }

    /** Bus id of the device that traced. */
    public String busId() {
        return area.substring(area.indexOf('_') + 1, area.lastIndexOf('_'));
    }

    /** The seven characters that name the call site. */
    public String tag() {
        int start = kind().equals("pay") ? 0 : TAG_OFFSET;
        int end = Math.min(bytes.length, start + TAG_LENGTH);
        return new String(bytes, start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1).replace("\0", "").trim();
    }
}
