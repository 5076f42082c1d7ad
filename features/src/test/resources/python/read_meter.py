"""Reads a meter with pymodbus, each quantity by itself: read_meter.py PORT UNIT MODEL. Prints one line of JSON."""

import json
import sys

from maps import MAPS
from pymodbus.client import ModbusTcpClient

port, unit, model = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
function, order, points = MAPS[model]
client = ModbusTcpClient("127.0.0.1", port=port, timeout=5)
assert client.connect(), f"nobody at port {port}"
read = client.read_holding_registers if function == 3 else client.read_input_registers
values = {}
for quantity, (address, kind, one) in points.items():
    reply = read(address, count=kind.value[1], device_id=unit)
    if reply.isError():
        values[quantity] = str(reply)
    else:
        values[quantity] = client.convert_from_registers(reply.registers, kind, word_order=order) * one
client.close()
print(json.dumps(values), flush=True)
