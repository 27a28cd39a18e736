/** Short facts in a line, those that are known. */
export function Facts({ facts }: { readonly facts: readonly string[] }) {
  const known = facts.filter((fact) => fact !== "");
  if (known.length === 0) return null;
  return (
    <ul class="facts">
      {known.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
