package io.parkbench.protocol.ocpp;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON of any record of this package, by its components: a component is a property of the same name, optional where it is
 * {@code @Nullable} or a list, else required. What the types cannot say, the record's constructor checks.
 *
 * @param <R> the record
 */
final class RecordCodec<R> implements PayloadCodec<R> {
  private record Property(
      String name, String quoted, boolean required, Method accessor, PayloadCodec<Object> codec) {}

  private final Constructor<?> constructor;
  private final Property[] properties;

  RecordCodec(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    constructor = type.getDeclaredConstructors()[0];
    properties = new Property[components.length];
    for (int i = 0; i < components.length; i++) {
      properties[i] = property(components[i]);
    }
  }

  private static Property property(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    boolean optional = type.isAnnotationPresent(Nullable.class) || component.getType() == List.class;
    return new Property(
        component.getName(),
        PayloadWriter.quoted(component.getName()),
        !optional,
        component.getAccessor(),
        codec(component.getGenericType()));
  }

  @Override
  public R read(PayloadReader in) throws IOException {
    in.begin();
    @Nullable Object[] values = new Object[properties.length];
    int expected = 0;
    for (String name = in.property(); name != null; name = in.property()) {
      int at = find(name, expected);
      if (at < 0) {
        throw in.unknown();
      }
      if (values[at] != null) {
        throw in.repeated();
      }
      values[at] = properties[at].codec.read(in);
      expected = at + 1;
    }
    return create(values, in);
  }

  /** Properties mostly come in the order of the record. */
  private int find(String name, int expected) {
    for (int i = 0; i < properties.length; i++) {
      int at = (expected + i) % properties.length;
      if (properties[at].name.equals(name)) {
        return at;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // the constructor is R's
  private R create(@Nullable Object[] values, PayloadReader in) {
    try {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null && properties[i].required) {
          throw Check.missing(properties[i].name);
        }
      }
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
    for (Property property : properties) {
      Object part;
      try {
        part = property.accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(property.name, e);
      }
      if (part != null && !(part instanceof List<?> list && list.isEmpty())) {
        out.property(property.quoted);
        property.codec.write(part, out);
      }
    }
    out.raw('}');
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
