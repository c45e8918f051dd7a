// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** All that a channel held, see {@link FcpChannel#save}; main storage is not part of it. For the channel that it was taken from. */
public final class ChannelState {
    private final MemorySegment bytes;
    private final List<FcpSubchannel> subchannels;
    private final long[] indicators;

    private ChannelState(MemorySegment bytes, List<FcpSubchannel> subchannels) {
        this.bytes = bytes;
        this.subchannels = subchannels;
        this.indicators = subchannels.stream().mapToLong(FcpSubchannel::indicator).toArray();
    }

    static ChannelState of(long handle, List<FcpSubchannel> subchannels) {
        long length = NativeResult.check(FcpMock.save(handle, MemorySegment.NULL, 0));
        MemorySegment bytes = Arena.ofAuto().allocate(length, Long.BYTES);
        NativeResult.check(FcpMock.save(handle, bytes, length));
        return new ChannelState(bytes, subchannels);
    }

    List<FcpSubchannel> subchannels() {
        return subchannels;
    }

    void restore(long handle) {
        NativeResult.check(FcpMock.restore(handle, bytes, bytes.byteSize()));
        for (int i = 0; i < indicators.length; i++) {
            subchannels.get(i).restored(indicators[i]);
        }
    }
}
