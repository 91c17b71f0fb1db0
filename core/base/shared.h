// A large value that copies of an experiment share instead of copying it: immutable, compared by content, and possibly
// none.
#pragma once

#include <memory>
#include <utility>

namespace ravine {

template <class T>
class Shared {
 public:
  Shared() = default;
  explicit Shared(T value) : m_value(std::make_shared<const T>(std::move(value))) {}

  explicit operator bool() const { return m_value != nullptr; }
  const T& operator*() const { return *m_value; }
  const T* operator->() const { return m_value.get(); }
  const std::shared_ptr<const T>& pointer() const { return m_value; }

  bool operator==(const Shared& other) const {
    return m_value == other.m_value || (m_value && other.m_value && *m_value == *other.m_value);
  }

 private:
  std::shared_ptr<const T> m_value;
};

}  // namespace ravine
