/* Material hands the words of the search to lunr, for which `name:`, `~`, `^` and `*` are operators.
   Titles have colons: without this, a pasted title is an invalid query that finds nothing. */
{
  const box = document.querySelector("[data-md-component=search-query]")
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")
  if (box)
    Object.defineProperty(box, "value", {
      get() {
        return value.get.call(this).replace(/[:~^*]/g, " ")
      },
      set(text) {
        value.set.call(this, text)
      },
    })
}
