export interface Palette {
  primary: string;
  onPrimary: string;
  ink: string;
  quiet: string;
  paper: string;
  ground: string;
  line: string;
  amber: string;
  red: string;
  green: string;
}

export const light: Palette = {
  primary: '#0B6E75',
  onPrimary: '#FFFFFF',
  ink: '#1B2430',
  quiet: '#5A6776',
  paper: '#FFFFFF',
  ground: '#F6F8F9',
  line: '#E3E8EB',
  amber: '#B7791F',
  red: '#B42318',
  green: '#1E7B4F',
};

export const dark: Palette = {
  primary: '#56B8BF',
  onPrimary: '#0C1518',
  ink: '#E3E9ED',
  quiet: '#9AA8B4',
  paper: '#161C22',
  ground: '#10151A',
  line: '#2B343C',
  amber: '#E0A94A',
  red: '#F08A80',
  green: '#6CC495',
};
