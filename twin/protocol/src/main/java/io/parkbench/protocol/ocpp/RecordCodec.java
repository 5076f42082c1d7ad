package io.parkbench.protocol.ocpp;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON of any record of this package, by its components: a component is a property of the same name, required or not as
 * {@link Properties} says. What the types cannot say, the record's constructor checks.
 *
 * @param <R> the record
 */
final class RecordCodec<R> implements PayloadCodec<R> {
  private final Properties properties;
  private final String[] quoted;
  private final Method[] accessors;
  private final List<PayloadCodec<Object>> codecs = new ArrayList<>();
  private final Constructor<?> constructor;

  RecordCodec(Class<R> type) {
    properties = new Properties(type);
    RecordComponent[] components = type.getRecordComponents();
    quoted = new String[components.length];
    accessors = new Method[components.length];
    for (int i = 0; i < components.length; i++) {
      quoted[i] = '"' + components[i].getName() + "\":";
      accessors[i] = components[i].getAccessor();
      codecs.add(codec(components[i].getGenericType()));
    }
    constructor = type.getDeclaredConstructors()[0];
  }

  @Override
  public R read(PayloadReader in) throws IOException {
    in.begin();
    @Nullable Object[] values = new Object[accessors.length];
    int seen = 0;
    for (int at = in.property(properties, seen); at >= 0; at = in.property(properties, seen)) {
      seen |= 1 << at;
      values[at] = codecs.get(at).read(in);
    }
    return create(values, seen, in);
  }

  @SuppressWarnings("unchecked") // the constructor is R's
  private R create(@Nullable Object[] values, int seen, PayloadReader in) {
    try {
      properties.complete(seen);
      return (R) constructor.newInstance(values);
    } catch (OcppException e) {
      throw in.within(e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof OcppException problem) {
        throw in.within(problem);
      }
      throw new AssertionError(constructor.getDeclaringClass().getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(constructor.getDeclaringClass().getName(), e);
    }
  }

  @Override
  public void write(R value, PayloadWriter out) {
    out.raw('{');
    String comma = "";
    for (int i = 0; i < accessors.length; i++) {
      Object part = part(value, accessors[i]);
      if (part != null && !(part instanceof List<?> list && list.isEmpty())) {
        out.raw(comma).raw(quoted[i]);
        codecs.get(i).write(part, out);
        comma = ",";
      }
    }
    out.raw('}');
  }

  private static @Nullable Object part(Object value, Method accessor) {
    try {
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(accessor.toString(), e);
    }
  }

  /** The codec of a component's type: every type that a payload of OCPP 1.6 has. */
  @SuppressWarnings("unchecked") // each case reads and writes the very type it is for
  private static PayloadCodec<Object> codec(Type type) {
    PayloadCodec<?> codec;
    if (type instanceof ParameterizedType list) {
      codec = listOf(codec(list.getActualTypeArguments()[0]));
    } else if (type == int.class || type == Integer.class) {
      codec = of(PayloadReader::integer, (Integer value, PayloadWriter out) -> out.integer(value));
    } else if (type == double.class || type == Double.class) {
      codec = of(PayloadReader::number, (Double value, PayloadWriter out) -> out.tenths(value));
    } else if (type == boolean.class) {
      codec = of(PayloadReader::flag, (Boolean value, PayloadWriter out) -> out.flag(value));
    } else if (type == String.class) {
      codec = of(PayloadReader::text, (String value, PayloadWriter out) -> out.text(value));
    } else if (type == Instant.class) {
      codec = of(PayloadReader::time, (Instant value, PayloadWriter out) -> out.time(value));
    } else if (type instanceof Class<?> c && c.isEnum()) {
      codec = words(c);
    } else if (type instanceof Class<?> c && c.isRecord()) {
      codec = new RecordCodec<>(c);
    } else {
      throw new AssertionError("no JSON for " + type);
    }
    return (PayloadCodec<Object>) codec;
  }

  private static <T> PayloadCodec<List<T>> listOf(PayloadCodec<T> element) {
    return of(in -> in.list(element), (value, out) -> out.list(value, element));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // all enumerations of payloads are Wire
  private static PayloadCodec<?> words(Class<?> type) {
    Words words = new Words(type);
    return of(in -> in.word(words), (value, out) -> out.word((Wire) value));
  }

  private interface Reading<T> {
    T read(PayloadReader in) throws IOException;
  }

  private interface Writing<T> {
    void write(T value, PayloadWriter out);
  }

  private static <T> PayloadCodec<T> of(Reading<T> reading, Writing<T> writing) {
    return new PayloadCodec<>() {
      @Override
      public T read(PayloadReader in) throws IOException {
        return reading.read(in);
      }

      @Override
      public void write(T value, PayloadWriter out) {
        writing.write(value, out);
      }
    };
  }
}
