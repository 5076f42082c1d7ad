package io.parkbench.protocol.ocpp;

import io.parkbench.kernel.Chance;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws valid messages of any type: every optional part sometimes there and sometimes not, every word of a list in turn. */
final class AnyMessage {
  private static final String[] LETTERS = {
      "a", "Z", "0", " ", "-", "\"", "\\", "/", "\n", "\t", "\u0000", "\u001f", "\u007f", "é", "ß", "€", "😀", "漢"
  };

  private final Chance chance;

  AnyMessage(Chance chance) {
    this.chance = chance;
  }

  <R> R draw(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = draw(components[i]);
    }
    try {
      return type.cast(type.getDeclaredConstructors()[0].newInstance(values));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private @Nullable Object draw(RecordComponent component) {
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && chance.happens(0.5)) {
      return null;
    }
    if (component.getGenericType() instanceof ParameterizedType list) {
      List<Object> values = new ArrayList<>();
      for (long n = chance.between(component.isAnnotationPresent(Some.class) ? 1 : 0, 3); n > 0; n--) {
        values.add(draw("element", list.getActualTypeArguments()[0]));
      }
      return values;
    }
    return draw(component.getName(), component.getType());
  }

  private Object draw(String name, Type type) {
    if (type == int.class || type == Integer.class) {
      return integer(name);
    } else if (type == double.class || type == Double.class) {
      return chance.between(-100, 100_000) / 10.0;
    } else if (type == boolean.class) {
      return chance.happens(0.5);
    } else if (type == String.class) {
      return text();
    } else if (type == Instant.class) {
      return Instant.ofEpochMilli(chance.between(-2_000_000_000_000L, 4_000_000_000_000L));
    }
    Class<?> c = (Class<?>) type;
    return c.isEnum() ? c.getEnumConstants()[(int) chance.between(0, c.getEnumConstants().length - 1)] : draw(c);
  }

  private int integer(String name) {
    return switch (name) {
      case "connectorId" -> (int) chance.between(1, 100);
      case "stackLevel" -> (int) chance.between(0, 10);
      default -> (int) (chance.happens(0.1) ? chance.nextLong() : chance.between(-1, 100_000));
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (long n = chance.between(0, 20); n > 0; n--) {
      text.append(LETTERS[(int) chance.between(0, LETTERS.length - 1)]);
    }
    return text.toString();
  }
}
