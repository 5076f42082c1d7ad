package io.parkbench.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parkbench.gateway.config.CardFile.CardFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-AUTH-3, ASVS 7.3.1: cards as a table, there and back, with nothing in it that a spreadsheet would carry out. */
class CardFileTest {
  private static ObjectNode card(String id, String comment) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("comment", comment);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws CardFileException {
    ObjectNode one = card("0042", "a, \"b\"; c");
    one.put("vip", true).put("authorised", false).put("priority", 7L).putArray("zones").add("north").add("south");
    ObjectNode two = JsonNodeFactory.instance.objectNode().put("id", "CARD-2");
    String table = CardFile.write(List.of(one, two));
    assertEquals(
        String.join(
            "\r\n", "id_tag,vip,authorised,priority,zones,comment", "0042,true,false,7,north;south,\"a, \"\"b\"\"; c\"",
            "CARD-2,false,true,0,all,", ""),
        table.replace("\"0042\"", "0042").replace("\"north;south\"", "north;south").replace(",\"\"\r\n", ",\r\n"));
    assertEquals(List.of(one, two), CardFile.read(table));
  }

  @Test
  void formulasAreDefusedAndComeBack() throws CardFileException {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "'quoted", "''")) {
      List<ObjectNode> cards = List.of(card("-7", text));
      String table = CardFile.write(cards);
      for (String cell : table.split("\r\n", -1)[1].split(",", -1)) {
        assertTrue(cell.isEmpty() || "=+-@".indexOf(cell.replace("\"", "").charAt(0)) < 0, table);
      }
      assertEquals(cards, CardFile.read(table), table);
    }
  }

  @Test
  void aSpreadsheetsMarkAndMissingColumnsAreFine() throws CardFileException {
    assertEquals(List.of(JsonNodeFactory.instance.objectNode().put("id", "A")), CardFile.read("\ufeffid_tag\nA\n\n"));
    assertEquals(List.of(), CardFile.read("id_tag,vip\n"));
  }

  @Test
  void whatIsWrongIsToldWithItsCard() {
    CardFileException e = assertThrows(
        CardFileException.class, () -> CardFile.read("id_tag,vip,priority,owner\nA,yes,x,me\nB,true,1,you\n"));
    assertEquals(
        List.of(
            "line 1: the column 'owner' is not known; the columns are id_tag,vip,authorised,priority,zones,comment",
            "card 1: vip 'yes' is neither true nor false", "card 1: priority 'x' is not a whole number from 0 to 100"),
        e.problems());
    assertThrows(CardFileException.class, () -> CardFile.read(""));
    assertThrows(CardFileException.class, () -> CardFile.read("tag\nA\n"));
    assertThrows(CardFileException.class, () -> CardFile.read("id_tag,vip\nA,true,more,and more\n"));
    assertThrows(CardFileException.class, () -> CardFile.read("id_tag\n\"A\n"));
  }
}
