// Lets the SQLite addon compile for Node-API 8.
//
// Why: since Node-API 10 a reference may hold a string; before, only objects, functions and externals. The addon keeps its
// property names in `Napi::Reference<Napi::String>`, so on an older runtime every such reference would be refused. This
// specialisation keeps the string in a one-element array and refers to that array instead.
//
// It is force-included before the addon's own source (`-include`), so the primary template is already known when the first
// use is compiled. Only the members the addon uses exist: a new use fails at compile time instead of at run time.
#pragma once

#include <napi.h>

#include <utility>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;

  static Reference New(const String& value, uint32_t initialRefcount = 0) {
    Reference reference;
    reference.Reset(value, initialRefcount);
    return reference;
  }

  bool IsEmpty() const { return holder_.IsEmpty(); }

  String Value() const { return holder_.Value().Get(0u).As<String>(); }

  void Reset() { holder_.Reset(); }

  void Reset(const String& value, uint32_t refcount = 0) {
    Array holder = Array::New(value.Env(), 1);
    holder.Set(0u, value);
    holder_.Reset(holder, refcount);
  }

  void SuppressDestruct() { holder_.SuppressDestruct(); }

 private:
  ObjectReference holder_;
};

}  // namespace Napi
