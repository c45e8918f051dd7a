// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

/** Why a step did what it did; the ordinals are those of {@code enum fcp_detail}. */
public enum StepDetail {
    NONE(""),
    REQUEST("request taken"),
    SRB("status read buffer"),
    SRB_OVER_LIMIT("one status read buffer too many"),
    SRB_BEFORE_CONFIG("status read buffer before exchange config data"),
    BAD_SBAL("SBAL or chain not valid"),
    BAD_ADDRESS("address outside of main storage"),
    FAULT("injected fault"),
    SILENT("taken, never to be answered"),
    ANSWERED("answered"),
    LINK_DOWN("link is down"),
    BAD_QDR("QDR not valid"),
    NO_SRB("no status read buffer"),
    GHOST("taken although SIGA failed");

    private final String text;

    StepDetail(String text) {
        this.text = text;
    }

    /** In words, empty for {@link #NONE}. */
    public String text() {
        return text;
    }
}
