"""Serves a meter with pymodbus: serve_meter.py PORT UNIT MODEL JSON-OF-VALUES. Says when it listens; ends when it is killed."""

import asyncio
import json
import sys

from maps import MAPS
from pymodbus.client.mixin import ModbusClientMixin
from pymodbus.server import ModbusTcpServer
from pymodbus.simulator import DataType, SimData, SimDevice

port, unit, model, values = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4])
function, order, points = MAPS[model]
registers = []
for quantity, (address, kind, one) in sorted(points.items(), key=lambda point: point[1][0]):
    number = values[quantity] / one
    number = number if kind is ModbusClientMixin.DATATYPE.FLOAT32 else round(number)
    words = ModbusClientMixin.convert_to_registers(number, kind, word_order=order)
    registers.append(SimData(address, values=words, datatype=DataType.REGISTERS, readonly=True))


async def main():
    server = ModbusTcpServer(SimDevice(unit, simdata=registers), address=("127.0.0.1", port))
    await server.serve_forever(background=True)
    print("listens at port", server.transport.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
