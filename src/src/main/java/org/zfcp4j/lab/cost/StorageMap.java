// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zfcp4j.coherence.Labels;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.virtual.VirtualStorage;
import org.zfcp4j.layout.Structure;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** What lies in main storage: the queues, which are known, and blocks, which their size tells. */
final class StorageMap {
    private static final String SIZE_OF_BLOCK = "%d bytes";

    /** Bytes from an address on, and how what lies in them is called. */
    private record Region(long size, int[] labels, long[] starts) {
        int label(long offset) {
            int i = starts.length - 1;
            while (starts[i] > offset) {
                i--;
            }
            return labels[i];
        }
    }

    private final VirtualStorage storage;
    private final Labels labels;
    private final TreeMap<Long, Region> regions = new TreeMap<>();
    private final Map<Long, Region> blocks = new HashMap<>();

    StorageMap(VirtualStorage storage, Labels labels) {
        this.storage = storage;
        this.labels = labels;
    }

    boolean has(long address) {
        return address >= storage.base() && address < storage.limit();
    }

    /** The queues of an adapter that is open. */
    void learn(ZfcpQdio qdio) {
        slsb(qdio.device.slsb(true, 0), "SLSB, responses");
        slsb(qdio.device.slsb(false, 0), "SLSB, requests");
        sbals(qdio.resQ, "SBAL, responses");
        sbals(qdio.reqQ, "SBAL, requests");
    }

    private void slsb(long address, String name) {
        regions.put(address, new Region(Slsb.SIZE, new int[] {labels.of(name)}, new long[] {0}));
    }

    private void sbals(long[] addresses, String name) {
        int elements = QdioBuffer.COUNT_ELEMENT;
        int[] names = new int[elements];
        long[] starts = new long[elements];
        for (int i = 0; i < elements; i++) {
            names[i] = labels.of(name + ", SBALE " + (i < 3 ? i : "3.."));
            starts[i] = (long) i * QdioBufferElement.SIZE;
        }
        for (long address : addresses) {
            regions.put(address, new Region(QdioBuffer.SIZE, names, starts));
        }
    }

    int label(long address) {
        Map.Entry<Long, Region> known = regions.floorEntry(address);
        if (known != null && address - known.getKey() < known.getValue().size) {
            return known.getValue().label(address - known.getKey());
        }
        long grain = address & -16;
        Region block = blocks.get(grain);
        if (block == null) {
            block = find(grain);
            blocks.put(grain, block);
        }
        return block.label(address - storage.base());
    }

    /** What lies in the same block; starts are offsets into the storage. */
    private Region find(long address) {
        long offset = address - storage.base();
        for (VirtualStorage.Leak block : storage.leaks()) {
            if (offset >= block.offset() && offset < block.offset() + block.size()) {
                return region(block);
            }
        }
        return new Region(0, new int[] {labels.of("storage that is not allocated")}, new long[] {0});
    }

    private Region region(VirtualStorage.Leak block) {
        if (block.size() == FsfQtcb.SIZE) {
            return structure(block, new Structure(FsfQtcb.class, FsfQtcb.LAYOUT), "QTCB");
        }
        if (block.size() == Storage.PAGE_SIZE) {
            return structure(block, new Structure(FsfStatusReadBuffer.class, FsfStatusReadBuffer.LAYOUT), "page");
        }
        String name = block.size() == Integer.BYTES ? "indicator" : String.format(SIZE_OF_BLOCK, block.size());
        return new Region(block.size(), new int[] {labels.of(name)}, new long[] {0});
    }

    private Region structure(VirtualStorage.Leak block, Structure structure, String name) {
        List<Structure.Field> fields = structure.fields().stream().filter(f -> f.path().indexOf('.') < 0).toList();
        int[] names = new int[fields.size()];
        long[] starts = new long[fields.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels.of(name + ", " + fields.get(i).path());
            starts[i] = block.offset() + fields.get(i).offset();
        }
        return new Region(block.size(), names, starts);
    }
}
