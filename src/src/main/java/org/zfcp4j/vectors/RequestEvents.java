// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** A request that the driver primed as an event: its SBALs as they lie in memory, its QTCB, and what it sends. */
final class RequestEvents {
    /** {@code fsf_command} that stands for a status read, which has no QTCB. */
    static final int STATUS_READ = 0x6305;
    private static final int LARGE = 4096;
    /** A request id is not an address: element 0 carries it as one. */
    private static final int ID_ELEMENT = 0;

    private final ReplayWorld world;
    private final KernelEvents kernelEvents;

    RequestEvents(ReplayWorld world, KernelEvents kernelEvents) {
        this.world = world;
        this.kernelEvents = kernelEvents;
    }

    /** Emits the event and tells the channel. */
    void sent(ReplayDevice device, int first, int count) {
        Adapter adapter = device.adapter();
        long id = device.queues().requestId(first);
        FsfReq req = ReqLists.findLocked(adapter.reqList, id);
        int command = req == null || req.isStatusReadBuffer() ? STATUS_READ
            : FsfQtcbHeader.FSF_COMMAND.get(FsfQtcb.HEADER.at(req.qtcb));
        boolean timed = req != null && world.kernel().peek(req.timer::isPending);
        JsonObject event = world.recorder().event("req", device.index()).add("req_id", id).add("cmd", nameOf(command))
            .add("cmd_code", Hex.of(command)).add("sbal_first", first).add("sbal_count", count)
            .add("timer_ms", timed ? kernelEvents.armedFor(req.timer) : 0);
        long srb = command == STATUS_READ ? device.queues().address(first, 2) : 0;
        Symbols symbols = new Symbols(id, req, command == STATUS_READ ? device.nextStatusRead() : 0, srb);
        event.add("sbales", sbales(device, first, count, symbols));
        if (command != STATUS_READ) {
            event.add("qtcb_len", FsfQtcb.SIZE).add("qtcb", Hex.dump(req.qtcb, FsfQtcb.SIZE));
            addPayload(event, req);
        }
        world.recorder().emit(event);
        device.channel().sent(new SentRequest(id, command, first, count, req == null ? 0 : req.qtcb, srb,
            response(req)));
    }

    static String nameOf(int command) {
        return switch (command) {
            case STATUS_READ -> "STATUS_READ";
            case FsfConstants.FSF_QTCB_FCP_CMND -> "FCP_CMND";
            case FsfConstants.FSF_QTCB_ABORT_FCP_CMND -> "ABORT_FCP_CMND";
            case FsfConstants.FSF_QTCB_OPEN_PORT_WITH_DID -> "OPEN_PORT";
            case FsfConstants.FSF_QTCB_OPEN_LUN -> "OPEN_LUN";
            case FsfConstants.FSF_QTCB_CLOSE_LUN -> "CLOSE_LUN";
            case FsfConstants.FSF_QTCB_CLOSE_PORT -> "CLOSE_PORT";
            case FsfConstants.FSF_QTCB_CLOSE_PHYSICAL_PORT -> "CLOSE_PHYSICAL_PORT";
            case FsfConstants.FSF_QTCB_SEND_ELS -> "SEND_ELS";
            case FsfConstants.FSF_QTCB_SEND_GENERIC -> "SEND_GENERIC";
            case FsfConstants.FSF_QTCB_EXCHANGE_CONFIG_DATA -> "EXCHANGE_CONFIG_DATA";
            case FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA -> "EXCHANGE_PORT_DATA";
            default -> Hex.of(command);
        };
    }

    /** Names for addresses: what they point to, and how far into it. */
    private record Symbols(long id, FsfReq req, int srbNumber, long srb) {
        String of(long address, int index, int element) {
            if (address == 0) {
                return "0";
            }
            if (index == 0 && element == ID_ELEMENT) {
                return address == id ? "req_id" : Hex.of(address);
            }
            if (address == srb) {
                return "srb#" + srbNumber;
            }
            if (req != null && address == req.qtcb) {
                return "qtcb";
            }
            String name = ofPayload(address);
            return name == null ? Hex.of(address) : name;
        }

        private String ofPayload(long address) {
            return switch (req == null ? null : req.data) {
                case CtEls ct -> first(within("ctreq+", ct.req, address), within("ctrsp+", ct.resp, address));
                case ScsiCmnd command ->
                    first(within("data+", command.sdb, address), within("prot+", command.prot, address));
                case null, default -> null;
            };
        }

        private static String first(String one, String other) {
            return one != null ? one : other;
        }

        private static String within(String prefix, ScatterList list, long address) {
            int offset = 0;
            for (int i = 0; list != null && i < list.count(); i++) {
                long from = list.address(i);
                if (address >= from && address < from + list.length(i)) {
                    return prefix + (offset + (address - from));
                }
                offset += list.length(i);
            }
            return null;
        }
    }

    private static JsonArray sbales(ReplayDevice device, int first, int count, Symbols symbols) {
        JsonArray list = new JsonArray();
        for (int i = 0; i < count; i++) {
            long sbal = device.queues().outputSbal(first + i);
            int index = (first + i) % QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
            for (int element = 0; element < QdioBuffer.COUNT_ELEMENT; element++) {
                long sbale = QdioBuffer.ELEMENT.at(sbal, element);
                int eflags = QdioBufferElement.EFLAGS.get(sbale);
                list.add(new JsonArray().add(index).add(element).add(Hex.of(eflags, 2))
                    .add(QdioBufferElement.SCOUNT.get(sbale)).add(Hex.of(QdioBufferElement.SFLAGS.get(sbale), 2))
                    .add(Json.value(QdioBufferElement.LENGTH.get(sbale) & 0xffff_ffffL))
                    .add(symbols.of(QdioBufferElement.ADDR.get(sbale), i, element)));
                if ((eflags & QdioConstants.SBAL_EFLAGS_LAST_ENTRY) != 0) {
                    break;
                }
            }
        }
        return list;
    }

    private static void addPayload(JsonObject event, FsfReq req) {
        byte[] bytes = switch (req.data) {
            case CtEls ct -> gather(ct.req);
            case ScsiCmnd command when command.dataDirection == ScsiConstants.DMA_TO_DEVICE && command.sdb != null ->
                gather(command.prot, command.sdb);
            case null, default -> null;
        };
        if (bytes == null) {
            return;
        }
        event.add("payload_len", bytes.length);
        if (bytes.length > LARGE) {
            event.add("payload_hash31", Hex.word(Hex.hash31(bytes)));
        } else {
            event.add("payload", Hex.dump(bytes));
        }
    }

    /** All bytes of the lists, in the order in which a request carries them. */
    private static byte[] gather(ScatterList... lists) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ScatterList list : lists) {
            for (int i = 0; list != null && i < list.count(); i++) {
                bytes.writeBytes(Memory.bytes(list.address(i), list.length(i)));
            }
        }
        return bytes.toByteArray();
    }

    private static ScatterList response(FsfReq req) {
        return switch (req == null ? null : req.data) {
            case CtEls ct -> ct.resp;
            case ScsiCmnd command when command.dataDirection == ScsiConstants.DMA_FROM_DEVICE -> command.sdb;
            case null, default -> null;
        };
    }
}
