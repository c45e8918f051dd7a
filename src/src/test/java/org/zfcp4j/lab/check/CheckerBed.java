// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/** An adapter that is online and has a port, and checkers of its own, to which a test tells what a driver must not do. */
final class CheckerBed {
    /** No request gets there in a test. */
    static final int SBAL = 100;
    private static final RemotePort REMOTE = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);

    final World world;
    final CcwDevice device;
    final Adapter adapter;
    final Findings findings;
    final HandedOver handedOver = new HandedOver();

    private CheckerBed(World world) {
        this.world = world;
        this.device = world.device(0).cdev();
        this.adapter = world.device(0).adapter();
        this.findings = new Findings(world.kernel());
    }

    /** What the checkers of a test have found; the world itself, in which an assertion of the test may fail, is in order. */
    static Findings play(Consumer<CheckerBed> test) {
        Findings[] findings = {null};
        WorldResult result = World.play(new WorldConfig().devices(1), world -> {
            world.channel().san().addPort(REMOTE, false);
            world.device(0).setOnline();
            CheckerBed bed = new CheckerBed(world);
            assertTrue(world.await(() -> !bed.adapter.portList.isEmpty(), 10_000));
            world.sleep(100);
            findings[0] = bed.findings;
            test.accept(bed);
        });
        assertEquals(List.of(), result.findings());
        return findings[0];
    }

    static List<Invariant> broken(Findings findings) {
        return findings.list().stream().map(Finding::invariant).toList();
    }

    Port port() {
        return adapter.portList.first().owner();
    }

    private long sbal(int index) {
        return adapter.qdio.reqQ[index];
    }

    /** Makes an SBAL the first or a later one of a request. */
    void fill(int index, long id, int sflags) {
        long element = QdioBuffer.ELEMENT.at(sbal(index), 0);
        QdioBufferElement.ADDR.set(element, id);
        QdioBufferElement.SFLAGS.set(element, sflags);
    }

    void clear(int index) {
        Memory.zero(sbal(index), QdioBuffer.SIZE);
    }

    /** Hands an SBAL with a status read over. */
    void post(long id, WorldObserver... checkers) {
        fill(SBAL, id, QdioConstants.SBAL_SFLAGS0_COMMAND);
        handedOver.submit(device, SBAL, 1);
        for (WorldObserver checker : checkers) {
            checker.slsbChanged(device, false, SBAL, 1, SLSB_CU_OUTPUT_PRIMED);
        }
        clear(SBAL);
    }

    /** The signal for it has failed. */
    void fail(WorldObserver... checkers) {
        for (WorldObserver checker : checkers) {
            checker.doQdio(device, false, SBAL, 1, -Errno.EIO);
        }
    }

    /** A status read was completed. */
    void complete(long id, WorldObserver checker) {
        byte[] record = new byte[(int) ZfcpDbfHba.SIZE];
        record[(int) ZfcpDbfHba.ID.offset()] = DbfConstants.ZFCP_DBF_HBA_USS;
        System.arraycopy("fssrh_4".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, record, (int) ZfcpDbfHba.TAG.offset(), 7);
        ByteBuffer.wrap(record).putLong((int) ZfcpDbfHba.FSF_REQ_ID.offset(), id);
        checker.traced(new DebugArea("zfcp_" + device.busId() + "_hba", record.length, 6, (area, level, tod, bytes, length) -> { }),
                2, record, record.length);
    }
}
